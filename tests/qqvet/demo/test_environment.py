"""What the demo looks at before it starts."""

import os
import socket

from qqvet.demo.environment import hold, is_taken


def test_a_port_that_somebody_listens_on_is_taken():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        taken = is_taken(port)

    assert (taken, is_taken(port)) == (True, False)


def test_a_folder_belongs_to_one_demo(tmp_path):
    first = hold(tmp_path)

    assert hold(tmp_path) is None
    os.close(first)
    assert hold(tmp_path) is not None
