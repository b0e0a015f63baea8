"""How the demo's accounts sign in. Known to everybody, so only for an installation that runs with DEMO=1."""

from typing import Final

DEMO_PASSWORD: Final = "demo-of-the-network"  # noqa: S105
DEMO_TOTP_SECRET: Final = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105
