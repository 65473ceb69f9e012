"""What completion scripts ask the archive itself: queries, and values of facets, as they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shtab

from archiver.cli.parser import FILTER_OPTIONS, LEARNT_SITE, SAVED_SEARCH, iter_actions
from archiver.facets import NAMES

if TYPE_CHECKING:
    import argparse

# A word with a colon or an equals sign is several words to bash, and only what follows the last sign is replaced: the words
# are put together, and what is proposed is cut by what stands `before`. It comes from pages of others, so it is quoted: as a
# word, or for the quotation marks that it stands in; what these can't hold is left out.
_BASH = r"""
_archive_asked() {
  local typed="${1#"$before"}" mark="" line
  case "$typed" in
    \"*|\'*) mark="${typed:0:1}" typed="${typed:1}" ;;
  esac
  archive complete "${@:2}" -- "$before$typed" 2>/dev/null | while IFS= read -r line; do
    line="${line:${#before}}"
    if [[ -z $mark ]]; then
      printf '%s%q\n' "$before" "$line"
    elif [[ $line != *[\"\'\\\$\`!]* ]]; then
      printf '%s%s\n' "$before" "$line"
    fi
  done
}
_archive() {
  local typed="${COMP_WORDS[COMP_CWORD]}" rest="$COMP_LINE" before="" last="" word gap index
  local -a words=()
  local current=$COMP_CWORD
  for index in "${!COMP_WORDS[@]}"; do
    word="${COMP_WORDS[index]}"
    gap="${rest%%"$word"*}" rest="${rest#*"$word"}"
    if [[ $index -gt 0 && -n $word && -z $gap && ( $word =~ ^[:=]+$ || $last =~ ^[:=]+$ ) ]]; then
      words[${#words[@]}-1]+="$word"
    else
      words+=("$word")
    fi
    last="$word"
    [[ $index -eq $COMP_CWORD ]] && current=$(( ${#words[@]} - 1 ))
  done
  [[ $typed =~ ^[:=]+$ ]] && typed=""
  before="${words[current]%"$typed"}"
  if [[ $before == -[^-]* ]]; then  # what is left out is no option
    words[current]="${words[current]#-}" before="${before#-}"
  fi
  if [[ $before =~ ^(--[a-z-]+)=(.*)$ ]]; then
    words=("${words[@]:0:current}" "${BASH_REMATCH[1]}" "${words[current]#*=}")
    before="${BASH_REMATCH[2]}" current=$(( current + 1 ))
  fi
  local -a COMP_WORDS=("${words[@]}")
  local COMP_CWORD=$current
  _shtab_archive
  COMPREPLY=("${COMPREPLY[@]#"$before"}")
  [[ ${COMPREPLY[0]} == *[:=] ]] && compopt -o nospace 2>/dev/null
  return 0
}
"""
_BASH_FUNCTION = '{0}() {{ _archive_asked "$1" {1}; }}\n'
_ZSH_FUNCTION = (
    "{0}() {{ local -a found; "
    'found=("${{(@f)$(archive complete {1} -- "${{(Q)PREFIX}}" 2>/dev/null)}}"); compadd -U {2} -- $found }}\n'
)

_QUERY, _ONLY, _SAVED, _NAMES = "_archive_query", "_archive_only", "_archive_saved", "_archive_names"
_SITES = "_archive_sites"
_FUNCTIONS = {
    _QUERY: "",
    _ONLY: "--only",
    _SAVED: "--saved",
    _SITES: "--learnt",
    **{f"_archive_facet_{facet}": f"--facet {facet}" for facet in FILTER_OPTIONS.values()},
}
"""The functions by which arguments are completed, and what `archive complete` is asked by each."""

_GO_ON = (_QUERY, _ONLY)  # what these propose is often only begun

# The names of facets by functions, for zsh would end one at its colon in a list of choices.
PREAMBLES = {
    "bash": _BASH
    + "".join(_BASH_FUNCTION.format(*each) for each in _FUNCTIONS.items())
    + f'{_NAMES}() {{ compgen -W "{" ".join(NAMES)}" -- "$1"; }}\n',
    "zsh": "".join(_ZSH_FUNCTION.format(*each, "-S ''" if each[0] in _GO_ON else "") for each in _FUNCTIONS.items())
    + f"{_NAMES}() {{ compadd -- {' '.join(NAMES)} }}\n",
    "tcsh": "",
}
"""Functions that stand in the script of each shell."""

ENDINGS = {"bash": "\ncomplete -o bashdefault -F _archive archive"}
"""What stands behind the script of a shell."""


def mark(parser: argparse.ArgumentParser) -> None:
    """Tell which arguments of all commands these functions complete."""
    for action in iter_actions(parser):
        facet = next((FILTER_OPTIONS[option] for option in action.option_strings if option in FILTER_OPTIONS), "")
        if facet:
            _complete_by(action, f"_archive_facet_{facet}")
        elif action.dest == "query":
            _complete_by(action, _QUERY)
        elif action.dest in ("only", "without"):
            _complete_by(action, _ONLY)
        elif action.choices == NAMES:
            _complete_by(action, _NAMES)
        elif action.metavar == SAVED_SEARCH:
            _complete_by(action, _SAVED)
        elif action.metavar == LEARNT_SITE:
            _complete_by(action, _SITES)
        elif action.dest == "target":
            action.complete = shtab.FILE  # type: ignore[attr-defined]


def _complete_by(action: argparse.Action, function: str) -> None:
    action.complete = {"bash": function, "zsh": function}  # type: ignore[attr-defined]
