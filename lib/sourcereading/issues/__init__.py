"""About what: the issues of a codebook that an analyst edits, and where a text mentions them."""

from sourcereading.issues.codebook import Codebook, Issue, Pattern, codebook
from sourcereading.issues.dictionaries import Imported, import_dictionary
from sourcereading.issues.mentions import Mention, mentions, mentions_in

__all__ = [
    "Codebook", "Imported", "Issue", "Mention", "Pattern", "codebook", "import_dictionary", "mentions",
    "mentions_in",
]  # fmt: skip
