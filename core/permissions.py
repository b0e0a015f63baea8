"""Who may see what belongs to the house itself."""

import rules

rules.add_perm("core.view_style_guide", rules.is_staff)
