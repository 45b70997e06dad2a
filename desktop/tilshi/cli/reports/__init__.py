"""Reports of `tilshi check`: for people on a screen, for programs, for code hosts, for a browser."""
