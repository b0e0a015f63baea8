"""Papers of events. Only workers import what is in here."""
