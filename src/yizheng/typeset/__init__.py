"""Papers 文书 and licences 许可证 set as PDF, from plain data to the sheet a citizen holds (domain §5).

Looks only at ``law``. ``fonts`` finds the fonts and refuses what they cannot print, ``press`` turns a template and
its data into a file, ``sheets`` and ``licences`` are what other rooms call.
"""
