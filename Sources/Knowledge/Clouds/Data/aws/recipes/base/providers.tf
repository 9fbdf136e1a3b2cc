provider "aws" {
  region = var.region

  default_tags {
    tags = {
      Project     = var.name
      Environment = var.environment
      ManagedBy   = "opentofu"
      {{#tags}}
      "{{key}}" = "{{value}}"
      {{/tags}}
    }
  }
}
{{#second_region}}

provider "aws" {
  alias  = "second"
  region = var.second_region

  default_tags {
    tags = {
      Project     = var.name
      Environment = var.environment
      ManagedBy   = "opentofu"
      {{#tags}}
      "{{key}}" = "{{value}}"
      {{/tags}}
    }
  }
}
{{/second_region}}
