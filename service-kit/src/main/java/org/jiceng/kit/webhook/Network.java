package org.jiceng.kit.webhook;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;

/** A network in CIDR notation. */
record Network(IpSubnetFilterRule rule) {
  /** What is not the public internet (IANA's special-purpose registries), and what wraps it. */
  static final List<Network> NOT_PUBLIC =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              "::/96",
              "::ffff:0:0:0/96",
              "64:ff9b::/96",
              "64:ff9b:1::/48",
              "100::/64",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20",
              "5f00::/16",
              "fc00::/7",
              "fe80::/10",
              "fec0::/10",
              "ff00::/8")
          .map(Network::parse)
          .toList();

  static Network parse(String cidr) {
    int slash = cidr.indexOf('/');
    try {
      return new Network(
          new IpSubnetFilterRule(
              cidr.substring(0, slash).strip(),
              Integer.parseInt(cidr.substring(slash + 1).strip()),
              IpFilterRuleType.ACCEPT));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("not a network such as 10.20.0.0/16: " + cidr, e);
    }
  }

  boolean has(InetAddress address) {
    return rule.matches(new InetSocketAddress(address, 0));
  }
}
