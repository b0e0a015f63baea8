"""Printed documents: tagged PDF (PDF/UA) from HTML. Only workers import what is in here, but for `pango`."""
