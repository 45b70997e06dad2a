"""A package with a file of its own: another distribution installs a `tests`, which must not come before ours."""
