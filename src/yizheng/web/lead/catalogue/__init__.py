"""The workbench of the lead department for the catalogue 事项目录."""
