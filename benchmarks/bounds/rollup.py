"""The roll-up: heads by partner and category from the folded sums and what was added since.

Fair, because any board needs at least these figures, and nothing smaller than the sums is there to be read.
"""

from __future__ import annotations

from typing import Any

from django.db import connection

SQL = """
SELECT category_id, partner_id, sum(heads), sum(evidenced), sum(shared) FROM (
    SELECT category_id, partner_id, heads, evidenced, shared FROM network_tally WHERE project_id = %s
    UNION ALL
    SELECT category_id, partner_id, heads, evidenced, shared FROM network_tallydelta WHERE project_id = %s
) both_tables GROUP BY category_id, partner_id ORDER BY category_id, partner_id
"""


def rolled_up(project: int) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(SQL, [project, project])
        return list(cursor.fetchall())
