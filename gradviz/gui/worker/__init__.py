"""The worker process, in which all algebra runs: its protocol, the client in the window, and the work."""
