"""Reads commands with the parser of the installed openstack client, and says what it makes of them.

Standard input: a JSON list of shell texts. Standard output: for each text a list of its commands, each with its name, its options
(the longest name of each, with its value) and its operands; or the client's refusal.
"""

import contextlib
import io
import json
import subprocess
import sys

from openstackclient import shell

GROUPS = (
    'openstack.common',
    'openstack.volume.v3',
    'openstack.compute.v2',
    'openstack.image.v2',
    'openstack.identity.v3',
)

# What every command that shows something has.
OF_OUTPUT = {'--format', '--column', '--noindent', '--prefix', '--max-width', '--fit-width', '--print-empty', '--quote', '--sort-column'}


def commands_in(text):
    """The arguments of each openstack command of a text, as a real shell splits them."""
    counted = "openstack() { printf '%s\\0' \"$#\" \"$@\"; }\n" + text + '\n'
    told = subprocess.run(['sh', '-c', counted], capture_output=True, check=True).stdout
    words = told.decode('utf-8').split('\0')[:-1]
    while words:
        count = int(words.pop(0))
        yield words[:count]
        words = words[count:]


class Client:
    def __init__(self):
        self.app = shell.OpenStackShell()
        for group in GROUPS:
            self.app.command_manager.add_command_group(group)

    def read(self, argv):
        options, rest = self.app.parser.parse_known_args(argv)
        factory, name, words = self.app.command_manager.find_command(rest)
        parser = factory(self.app, options).get_parser('openstack ' + name)
        parsed = parser.parse_args(words)
        before = words[: words.index('--')] if '--' in words else words
        told = {}
        operands = []
        for action in parser._actions:
            names = [one for one in action.option_strings if one.startswith('--')]
            value = getattr(parsed, action.dest, None)
            if not action.option_strings:
                if value is not None:
                    operands += value if isinstance(value, list) else [value]
            elif not names or names[-1] in OF_OUTPUT or names[-1] == '--help':
                continue
            elif action.nargs == 0:
                if names[-1] in before:
                    told[names[-1]] = True
            elif any(word == one or word.startswith(one + '=') for word in before for one in names):
                told[names[-1]] = value
        return {'command': name, 'options': told, 'operands': operands}


def main():
    client = Client()
    answers = []
    for text in json.load(sys.stdin):
        refusal = io.StringIO()
        try:
            with contextlib.redirect_stderr(refusal):
                answers.append([client.read(argv) for argv in commands_in(text)])
        except SystemExit:
            answers.append({'refused': refusal.getvalue().strip().splitlines()[-1]})
    json.dump(answers, sys.stdout)


main()
