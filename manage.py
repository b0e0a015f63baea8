#!/usr/bin/env python
"""Django's command line for this platform."""

import os
import sys

from environs import EnvError


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qqvet.settings")
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except EnvError as wrong:
        sys.exit(f"The settings stop the start. {wrong} See deploy/example.env.")


if __name__ == "__main__":
    main()
