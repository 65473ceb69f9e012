"""What completion scripts ask the archive itself: queries, and values of facets, as they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archiver.cli.parser import FILTER_OPTIONS, iter_actions

if TYPE_CHECKING:
    import argparse

# A word with a colon is several words to bash, and only what follows the last one is replaced. What is proposed comes from
# pages of others, so it is quoted: as a word, or for the quotation marks that it stands in; what these can't hold is left out.
_BASH = r"""
_archive_asked() {
  local typed="$1" mark="" line
  case "$typed" in
    \"*|\'*) mark="${typed:0:1}" typed="${typed:1}" ;;
    :) typed="" ;;
  esac
  local whole="$typed"
  if [[ -z $mark && $2 != --facet && $COMP_WORDBREAKS == *:* ]]; then
    local before="${COMP_LINE:0:COMP_POINT}"
    whole="${before##*[[:space:]]}"
  fi
  local cut=$(( ${#whole} - ${#typed} ))
  archive complete "${@:2}" -- "$whole" 2>/dev/null | while IFS= read -r line; do
    line="${line:cut}"
    if [[ -z $mark ]]; then
      printf '%q\n' "$line"
    elif [[ $line != *[\"\'\\\$\`!]* ]]; then
      printf '%s\n' "$line"
    fi
  done
}
_archive_query() { _archive_asked "$1"; }
"""
_ZSH = r"""
_archive_query() { local -a found; found=("${(@f)$(archive complete -- "${(Q)PREFIX}" 2>/dev/null)}"); compadd -U -S '' -- $found }
"""
_BASH_FACET = '_archive_facet_{0}() {{ _archive_asked "$1" --facet {0}; }}\n'
_ZSH_FACET = (
    "_archive_facet_{0}() {{ local -a found; "
    'found=("${{(@f)$(archive complete --facet {0} -- "${{(Q)PREFIX}}" 2>/dev/null)}}"); compadd -U -- $found }}\n'
)

PREAMBLES = {
    "bash": _BASH + "".join(map(_BASH_FACET.format, FILTER_OPTIONS.values())),
    "zsh": _ZSH + "".join(map(_ZSH_FACET.format, FILTER_OPTIONS.values())),
    "tcsh": "",
}
"""Functions that stand in the script of each shell."""


def mark(parser: argparse.ArgumentParser) -> None:
    """Tell which arguments of all commands these functions complete."""
    for action in iter_actions(parser):
        facet = next((FILTER_OPTIONS[option] for option in action.option_strings if option in FILTER_OPTIONS), "")
        if facet:
            _complete_by(action, f"_archive_facet_{facet}")
        elif action.dest == "query":
            _complete_by(action, "_archive_query")


def _complete_by(action: argparse.Action, function: str) -> None:
    action.complete = {"bash": function, "zsh": function}  # type: ignore[attr-defined]
