resource "aws_ecr_repository" "{{label}}" {
  name                 = {{full_name}}
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }

  encryption_configuration {
    {{#is.encryption.customer}}
    encryption_type = "KMS"
    kms_key         = {{key.arn}}
    {{/is.encryption.customer}}
    {{#is.encryption.aws}}
    encryption_type = "AES256"
    {{/is.encryption.aws}}
  }
}

resource "aws_ecr_lifecycle_policy" "{{label}}" {
  repository = aws_ecr_repository.{{label}}.name

  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "Keep the newest {{keep}} images"
      selection = {
        tagStatus   = "any"
        countType   = "imageCountMoreThan"
        countNumber = {{keep}}
      }
      action = { type = "expire" }
    }]
  })
}
