# Types that cost nothing by themselves.
free = ["azurerm_resource_group"]
