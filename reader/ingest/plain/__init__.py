"""Plain text to articles: lines → line classes → the run that is the story → roles and reasons → text and fields."""
