# Only plans: an apply would run the script that sets the password.
mock_provider "aws" {}

override_resource {
  target          = aws_security_group.clients
  override_during = plan
  values          = { id = "sg-clients" }
}

variables {
  name                  = "stage-ecommerce"
  vpc_id                = "vpc-1"
  subnet_ids            = ["subnet-1", "subnet-2"]
  engine_version        = "15.15"
  instance_class        = "db.t3.small"
  backup_retention_days = 7
  deletion_protection   = false
  initial_password      = "not-in-any-state"
  password              = { secret_arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:password-AbCdEf", generation = 1 }
}

run "the_database_is_encrypted_private_and_requires_tls" {
  command = plan
  assert {
    condition     = aws_db_instance.this.storage_encrypted && !aws_db_instance.this.publicly_accessible
    error_message = "The database must be encrypted and not publicly accessible."
  }
  assert {
    condition     = [for parameter in aws_db_parameter_group.this.parameter : [parameter.value, parameter.apply_method] if parameter.name == "rds.force_ssl"] == [["1", "pending-reboot"]]
    error_message = "The database must refuse connections without TLS."
  }
  assert {
    condition     = contains([for parameter in aws_db_parameter_group.this.parameter : "${parameter.name}=${parameter.value}"], "log_error_verbosity=terse")
    error_message = "The database's log must not contain the values of rejected rows."
  }
  assert {
    condition     = aws_vpc_security_group_ingress_rule.this.referenced_security_group_id == "sg-clients" && aws_vpc_security_group_ingress_rule.this.from_port == 5432
    error_message = "Only the clients' security group may connect, and only to PostgreSQL's port."
  }
  assert {
    condition     = aws_db_instance.this.password == null && aws_db_instance.this.password_wo == null
    error_message = "The state must not contain the password."
  }
}

run "an_unprotected_database_leaves_no_backups" {
  command = plan
  assert {
    condition     = aws_db_instance.this.skip_final_snapshot && aws_db_instance.this.delete_automated_backups
    error_message = "Without deletion protection, the deletion must leave no snapshot or backups."
  }
}

run "a_protected_database_leaves_a_snapshot" {
  command = plan
  variables {
    deletion_protection   = true
    multi_az              = true
    backup_retention_days = 30
  }
  assert {
    condition     = !aws_db_instance.this.skip_final_snapshot && !aws_db_instance.this.delete_automated_backups
    error_message = "A protected database must leave a snapshot and its backups."
  }
  assert {
    condition     = can(regex("^stage-ecommerce-db-final-20[0-9]{2}(-[0-9]{2}){5}$", terraform_data.final_snapshot.input))
    error_message = "Each environment must have a name of its own for the final snapshot, because AWS refuses one that exists."
  }
}

run "a_database_without_backups_is_refused" {
  command = plan
  variables {
    backup_retention_days = 0
  }
  expect_failures = [var.backup_retention_days]
}

run "another_major_version_is_refused" {
  command = plan
  variables {
    engine_version = "16.3"
  }
  expect_failures = [var.engine_version]
}

run "storage_without_room_to_grow_is_refused" {
  command = plan
  variables {
    storage_gib = { initial = 20, maximum = 20 }
  }
  expect_failures = [var.storage_gib]
}
