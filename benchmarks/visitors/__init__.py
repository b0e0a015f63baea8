"""Visitors who come over HTTP: the sites are served as they are deployed, the visitors are a process of their own."""
