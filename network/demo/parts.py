"""What the network adds to the demo, in order."""

from __future__ import annotations

from core import demo
from network.demo.accounts import make_accounts
from network.demo.experiences import load_experiences
from network.demo.overlaps import load_overlaps
from network.demo.projects import load_projects
from network.demo.records import load_records

demo.register("The projects QQVET and doALLVET", load_projects, order=10)
demo.register("Demo accounts", make_accounts, order=20)
demo.register("Invented people and what they took part in", load_records, order=30)
demo.register("Shared enterprises and possible duplicates", load_overlaps, order=35)
demo.register("Work-based learning and its stories", load_experiences, order=40)
