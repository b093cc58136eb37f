"""The command line, `./intake`: start the service, talk to it, read and erase what it keeps."""
