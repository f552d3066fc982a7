"""Tables of stories (CSV, JSON, JSON Lines) whose columns bear any names."""
