"""What is seen while no release is open."""
