"""The demo: one command that prepares the embedded default, runs it and stops it again."""
