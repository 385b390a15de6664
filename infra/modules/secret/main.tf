resource "aws_secretsmanager_secret" "this" {
  name                    = var.name
  description             = var.description
  recovery_window_in_days = var.recovery_window_in_days
}

# Writes the value. aws_secretsmanager_secret_version can't: the provider reads it back for every plan, even a write-only one, and
# whoever may plan must not be able to read secrets.
resource "terraform_data" "value" {
  triggers_replace = [aws_secretsmanager_secret.this.arn, var.generation]

  provisioner "local-exec" {
    interpreter = ["bash"]
    command     = "${path.module}/put-value"
    environment = { SECRET = aws_secretsmanager_secret.this.arn, GENERATION = var.generation, LENGTH = var.length }
  }
}

# Earlier versions of this module managed the value. It stays in Secrets Manager, and put-value adopts it.
removed {
  from = aws_secretsmanager_secret_version.this

  lifecycle {
    destroy = false
  }
}
