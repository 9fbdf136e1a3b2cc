terraform {
  required_providers {
    acme = {
      source  = "acme/acme"
      version = "= 1.0.0"
    }
  }
}

provider "acme" {
  region = "{{region}}"
}
