"""An app of the worker test: work that stops in the middle until it is killed."""
