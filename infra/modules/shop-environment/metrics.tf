# Prometheus' metrics, which survive the replacement of its task. EFS, because Fargate has no other disk that a new task of a service
# gets again. Managed Prometheus would cost more than the whole environment (some 3 billion samples a month).
resource "aws_efs_file_system" "metrics" {
  creation_token = "${local.name}-metrics"
  encrypted      = true

  tags = { Name = "${local.name}-metrics" }
}

resource "aws_efs_access_point" "metrics" {
  file_system_id = aws_efs_file_system.metrics.id

  posix_user {
    uid = 65534
    gid = 65534
  }

  root_directory {
    path = "/prometheus"

    creation_info {
      owner_uid   = 65534
      owner_gid   = 65534
      permissions = "700"
    }
  }

  tags = { Name = "${local.name}-metrics" }
}

resource "aws_efs_mount_target" "metrics" {
  for_each = { for index, zone in var.availability_zones : zone => module.network.private_subnet_ids[index] }

  file_system_id  = aws_efs_file_system.metrics.id
  subnet_id       = each.value
  security_groups = [aws_security_group.metrics.id]
}

resource "aws_security_group" "metrics" {
  name        = "${local.name}-metrics-sg"
  description = "The file system with the metrics: from Prometheus, nothing else."
  vpc_id      = module.network.vpc_id

  tags = { Name = "${local.name}-metrics-sg" }
}

resource "aws_security_group" "metrics_clients" {
  name        = "${local.name}-metrics-clients-sg"
  description = "Prometheus."
  vpc_id      = module.network.vpc_id

  tags = { Name = "${local.name}-metrics-clients-sg" }
}

resource "aws_vpc_security_group_ingress_rule" "metrics" {
  security_group_id            = aws_security_group.metrics.id
  description                  = "NFS from Prometheus"
  referenced_security_group_id = aws_security_group.metrics_clients.id
  ip_protocol                  = "tcp"
  from_port                    = 2049
  to_port                      = 2049
}

resource "aws_vpc_security_group_egress_rule" "metrics" {
  security_group_id            = aws_security_group.metrics_clients.id
  description                  = "NFS"
  referenced_security_group_id = aws_security_group.metrics.id
  ip_protocol                  = "tcp"
  from_port                    = 2049
  to_port                      = 2049
}

locals {
  # ECS can mount it only after the mount targets exist.
  metrics_file_system = {
    "/prometheus" = { id = one(toset([for target in aws_efs_mount_target.metrics : target.file_system_id])), access_point_id = aws_efs_access_point.metrics.id }
  }
}
