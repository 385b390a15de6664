resource "aws_db_subnet_group" "this" {
  name        = "${var.name}-db"
  description = "Private subnets of ${var.name}"
  subnet_ids  = var.subnet_ids
}

# Assigned to the services that have a schema; the others can't reach the database.
resource "aws_security_group" "clients" {
  name        = "${var.name}-db-clients-sg"
  description = "Services that use the database."
  vpc_id      = var.vpc_id

  tags = { Name = "${var.name}-db-clients-sg" }
}

resource "aws_vpc_security_group_egress_rule" "clients" {
  security_group_id            = aws_security_group.clients.id
  description                  = "PostgreSQL"
  referenced_security_group_id = aws_security_group.this.id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
}

resource "aws_security_group" "this" {
  name        = "${var.name}-db-sg"
  description = "The database: PostgreSQL from the services that use it, nothing else."
  vpc_id      = var.vpc_id

  tags = { Name = "${var.name}-db-sg" }
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  security_group_id            = aws_security_group.this.id
  description                  = "PostgreSQL from the services"
  referenced_security_group_id = aws_security_group.clients.id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
}

resource "aws_db_parameter_group" "this" {
  name        = "${var.name}-postgres15"
  description = "PostgreSQL 15 over TLS alone"
  family      = "postgres15"

  # AWS accepts static parameters only for the next restart. A new instance starts with it.
  parameter {
    name         = "rds.force_ssl"
    value        = "1"
    apply_method = "pending-reboot"
  }

  # Keeps the values of rejected rows out of the database's log.
  parameter {
    name  = "log_error_verbosity"
    value = "terse"
  }
}

# RDS would create these log groups itself, without an expiry.
resource "aws_cloudwatch_log_group" "this" {
  for_each = toset(["postgresql", "upgrade"])

  name              = "/aws/rds/instance/${var.name}-db/${each.key}"
  retention_in_days = var.log_retention_days
}

# The name of the final snapshot, which must not exist yet. So that another plan keeps it, only the first one counts.
resource "terraform_data" "final_snapshot" {
  input = "${var.name}-db-final-${formatdate("YYYY-MM-DD-hh-mm-ss", plantimestamp())}"

  lifecycle {
    ignore_changes = [input]
  }
}

resource "aws_db_instance" "this" {
  identifier     = "${var.name}-db"
  engine         = "postgres"
  engine_version = var.engine_version
  instance_class = var.instance_class
  # Automatic upgrades would make the version differ from the code.
  auto_minor_version_upgrade = false

  storage_type          = "gp3"
  allocated_storage     = var.storage_gib.initial
  max_allocated_storage = var.storage_gib.maximum
  storage_encrypted     = true

  db_name  = "ecommerce"
  username = "dbadmin"
  # Replaced by terraform_data.password as soon as the instance exists.
  password_wo         = var.initial_password
  password_wo_version = 1

  multi_az               = var.multi_az
  publicly_accessible    = false
  port                   = 5432
  db_subnet_group_name   = aws_db_subnet_group.this.name
  vpc_security_group_ids = [aws_security_group.this.id]
  parameter_group_name   = aws_db_parameter_group.this.name
  ca_cert_identifier     = "rds-ca-rsa2048-g1"

  backup_retention_period  = var.backup_retention_days
  backup_window            = var.backup_window
  maintenance_window       = var.maintenance_window
  copy_tags_to_snapshot    = true
  delete_automated_backups = !var.deletion_protection

  deletion_protection       = var.deletion_protection
  skip_final_snapshot       = !var.deletion_protection
  final_snapshot_identifier = var.deletion_protection ? terraform_data.final_snapshot.output : null

  performance_insights_enabled          = true
  performance_insights_retention_period = 7
  enabled_cloudwatch_logs_exports       = keys(aws_cloudwatch_log_group.this)

  # Earlier versions of this module set the password here, with other versions.
  lifecycle {
    ignore_changes = [password_wo_version]
  }
}

# Gives the administrator the password in the secret, so that Terraform doesn't read it.
resource "terraform_data" "password" {
  triggers_replace = [aws_db_instance.this.resource_id, var.password.secret_arn, var.password.generation]

  provisioner "local-exec" {
    interpreter = ["bash"]
    command     = "${path.module}/set-password"
    environment = { INSTANCE = aws_db_instance.this.identifier, SECRET = var.password.secret_arn }
  }
}
