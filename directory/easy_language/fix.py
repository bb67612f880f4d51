"""Safe rewrites: only what cannot change the meaning."""

from collections.abc import Iterable

from directory.easy_language.finding import Finding


def fixed(text: str, findings: Iterable[Finding]) -> str:
    """Return the sentence with every safe rewrite of these findings carried out; of overlapping ones only the first."""
    done, end = [], 0
    for finding in sorted(findings, key=lambda finding: (finding.start, finding.end)):
        if finding.replacement is not None and finding.start >= end:
            done += [text[end : finding.start], finding.replacement]
            end = finding.end
    return "".join([*done, text[end:]])
