"""The one reader of the environment; a wrong value stops the start with its name."""

from pathlib import Path

from environs import Env

BASE_DIR = Path(__file__).resolve().parent.parent.parent

env = Env()
if (BASE_DIR / ".env").exists():
    env.read_env(str(BASE_DIR / ".env"), recurse=False)

DEBUG: bool = env.bool("DEBUG", False)
DEMO: bool = env.bool("DEMO", False)
DATA_DIR = Path(env.str("DATA_DIR", str(BASE_DIR / "var")))
