resource "aws_cloudwatch_log_group" "exec" {
  name              = "/ecs/${var.name}-exec"
  retention_in_days = var.log_retention_days
}

resource "aws_ecs_cluster" "this" {
  name = "${var.name}-cluster"

  setting {
    name  = "containerInsights"
    value = var.container_insights ? "enabled" : "disabled"
  }

  # Records the commands that people run in containers.
  configuration {
    execute_command_configuration {
      logging = "OVERRIDE"

      log_configuration {
        cloud_watch_log_group_name = aws_cloudwatch_log_group.exec.name
      }
    }
  }
}

resource "aws_ecs_cluster_capacity_providers" "this" {
  cluster_name       = aws_ecs_cluster.this.name
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]
}

# DNS names for services that can't be found through the registry, such as the registry itself and cloud-config, or must not
# be, such as user-service.
resource "aws_service_discovery_private_dns_namespace" "this" {
  name        = "${var.name}.internal"
  description = "Services of ${var.name}"
  vpc         = var.vpc_id
}

resource "aws_security_group" "services" {
  name        = "${var.name}-ecs-sg"
  description = "The services: each other, what the load balancer passes on, and HTTPS outwards."
  vpc_id      = var.vpc_id

  tags = { Name = "${var.name}-ecs-sg" }
}

resource "aws_vpc_security_group_ingress_rule" "load_balancer" {
  for_each = { for port in var.load_balancer_ports : tostring(port) => port }

  security_group_id            = aws_security_group.services.id
  description                  = "From the load balancer"
  referenced_security_group_id = var.load_balancer_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = each.value
  to_port                      = each.value
}

resource "aws_vpc_security_group_egress_rule" "load_balancer" {
  for_each = { for port in var.load_balancer_ports : tostring(port) => port }

  security_group_id            = var.load_balancer_security_group_id
  description                  = "To the services"
  referenced_security_group_id = aws_security_group.services.id
  ip_protocol                  = "tcp"
  from_port                    = each.value
  to_port                      = each.value
}

resource "aws_vpc_security_group_ingress_rule" "services" {
  for_each = var.service_ports

  security_group_id            = aws_security_group.services.id
  description                  = "From the services, ${each.key}"
  referenced_security_group_id = aws_security_group.services.id
  ip_protocol                  = "tcp"
  from_port                    = each.value.from
  to_port                      = each.value.to
}

resource "aws_vpc_security_group_egress_rule" "services" {
  for_each = var.service_ports

  security_group_id            = aws_security_group.services.id
  description                  = "To the services, ${each.key}"
  referenced_security_group_id = aws_security_group.services.id
  ip_protocol                  = "tcp"
  from_port                    = each.value.from
  to_port                      = each.value.to
}

# The tasks fetch images and secrets, write logs and call payment providers.
resource "aws_vpc_security_group_egress_rule" "https" {
  security_group_id = aws_security_group.services.id
  description       = "HTTPS to AWS and to payment providers"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}
