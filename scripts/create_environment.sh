#!/bin/sh
# Makes the virtual environment (the first argument names its folder) with exactly the packages of requirements.txt,
# and the project itself in editable form. Only python3 (3.11 or newer) has to be there; the system's package with
# Python's venv module is installed where it is missing and we may.
set -eu

environment=$1
python=${PYTHON:-python3}

say() { printf '%s\n' "$*" >&2; }

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    say "Python 3.11 or newer is needed; this is $("$python" --version 2>&1). Name another one: make PYTHON=python3.12"
    exit 1
}

# A system's Python without its venv package fails only when it comes to pip, and leaves half an environment.
is_complete() { "$environment/bin/python" -m pip --version >/dev/null 2>&1; }

make_environment() { "$python" -m venv "$environment" >/dev/null 2>&1 && is_complete; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

install_venv_package() {
    say "Python's venv module is missing: installing python3-venv."
    as_root apt-get update -qq </dev/null >&2 &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes python3-venv </dev/null >&2
}

if ! is_complete; then
    rm -rf "$environment"
    make_environment || {
        rm -rf "$environment"
        install_venv_package && make_environment
    } || {
        rm -rf "$environment"
        say "No virtual environment can be made. Install Python's venv module (Debian, Ubuntu: apt install python3-venv)."
        exit 1
    }
fi

say "Installing the packages of requirements.txt into $environment"
pip() { "$environment/bin/python" -m pip --disable-pip-version-check --no-input --quiet "$@" </dev/null; }
pip install --require-hashes --no-deps --requirement requirements.txt
pip install --no-deps --no-build-isolation --editable .
