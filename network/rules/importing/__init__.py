"""From the cells of a row to what they say, what is wrong with them, and what only a person can settle."""
