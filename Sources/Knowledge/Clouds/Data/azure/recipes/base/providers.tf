# The subscription is that of ARM_SUBSCRIPTION_ID, or of the Azure CLI that is logged in.
provider "azurerm" {
  storage_use_azuread = true

  features {}
}
