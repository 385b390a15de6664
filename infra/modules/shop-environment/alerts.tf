# The way to Alertmanager, which runs in Prometheus' task. Only proxy-client has it, because its desk shows the alerts: Alertmanager asks
# for no password, and whoever reaches it can silence alerts.
locals {
  # Also in infra/monitoring-images/prometheus/start.
  alertmanager_port = 9093
}

resource "aws_security_group" "alerts" {
  name        = "${local.name}-alerts-sg"
  description = "Alertmanager: from proxy-client, nothing else."
  vpc_id      = module.network.vpc_id

  tags = { Name = "${local.name}-alerts-sg" }
}

resource "aws_security_group" "alert_clients" {
  name        = "${local.name}-alert-clients-sg"
  description = "proxy-client."
  vpc_id      = module.network.vpc_id

  tags = { Name = "${local.name}-alert-clients-sg" }
}

resource "aws_vpc_security_group_ingress_rule" "alerts" {
  security_group_id            = aws_security_group.alerts.id
  description                  = "Alertmanager from proxy-client"
  referenced_security_group_id = aws_security_group.alert_clients.id
  ip_protocol                  = "tcp"
  from_port                    = local.alertmanager_port
  to_port                      = local.alertmanager_port
}

resource "aws_vpc_security_group_egress_rule" "alerts" {
  security_group_id            = aws_security_group.alert_clients.id
  description                  = "Alertmanager"
  referenced_security_group_id = aws_security_group.alerts.id
  ip_protocol                  = "tcp"
  from_port                    = local.alertmanager_port
  to_port                      = local.alertmanager_port
}
