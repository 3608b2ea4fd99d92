"""What tests share: small projects to read and build, a server for built sites.

The fixtures made of these stand in ``tests/conftest.py``.
"""

from tests.support.projects import MINIMAL, SITE, minimal_with, write_project
from tests.support.serving import serving

__all__ = ["MINIMAL", "SITE", "minimal_with", "serving", "write_project"]
