"""The quota board in the terminal."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from network.management.people import project_of
from network.rules.board.figures import board_figures
from network.services.board import quota_board


class Command(BaseCommand):
    help = "Print the quota board: reached of target by category and partner."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("project")
        parser.add_argument("--json", action="store_true", dest="as_json")

    def handle(self, *, project: str, as_json: bool, **options: Any) -> None:
        board = quota_board(project_of(project))
        if as_json:
            self.stdout.write(json.dumps(board_figures(board), indent=2, ensure_ascii=False))
            return
        head = "".join(f"{f'P{column.number} {column.country}':>10}" for column in board.columns)
        self.stdout.write(f"{'':28}{head}{'distinct':>12}")
        for row in board.rows:
            cells = "".join(f"{f'{cell.counts.reached}/{cell.counts.target or 0}':>10}" for cell in row.cells)
            self.stdout.write(f"{row.name[:27]:28}{cells}{f'{row.distinct}/{row.total.counts.target or 0}':>12}")
