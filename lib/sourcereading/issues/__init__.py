"""About what: the issues of a codebook that an analyst edits."""

from sourcereading.issues.codebook import *  # noqa: F403
from sourcereading.issues.mentions import *  # noqa: F403
