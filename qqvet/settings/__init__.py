"""Settings, one readable module per concern. What differs by place is read from the environment."""

from qqvet.settings.accounts import *
from qqvet.settings.api import *
from qqvet.settings.background import *
from qqvet.settings.base import *
from qqvet.settings.cache import *
from qqvet.settings.database import *
from qqvet.settings.files import *
from qqvet.settings.languages import *
from qqvet.settings.logs import *
from qqvet.settings.mail import *
from qqvet.settings.public import *
from qqvet.settings.security import *
