"""What the program costs in time and memory, measured on made-up articles beside bare Qt where that says something."""
