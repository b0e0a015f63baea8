"""What dissemination adds to the demo: QQVET's plan, its events in six countries, one claim; all of it invented."""
