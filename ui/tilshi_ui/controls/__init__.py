"""Small parts that every window is made of."""
