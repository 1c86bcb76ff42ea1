"""Records the rows of ``data/lexicons/issues.csv`` as those that are shipped, by a hash in ``issues.sha256`` beside it.

    python tools/ship_codebook.py

Run it after a change of the project's codebook; the tests fail until then.
"""

from sourcereading.analysis.codebook_changes import SHIPPED, fingerprint
from sourcereading.issues.codebook import codebook

if __name__ == "__main__":
    SHIPPED.write_text(f"{fingerprint(codebook())}\n", encoding="ascii", newline="\n")
