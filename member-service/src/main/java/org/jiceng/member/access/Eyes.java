package org.jiceng.member.access;

/** How exactly an address is told, and to whom. */
enum Eyes {
  /** Offices and auditors, who look into what was done. */
  OFFICE {
    @Override
    String see(String address) {
      return address;
    }
  },
  /** The member: which network it was, not which desk. */
  MEMBER {
    @Override
    String see(String address) {
      return address.contains(":") ? firstTwo(address, ":", ":*") : firstTwo(address, ".", ".*.*");
    }
  };

  abstract String see(String address);

  private static String firstTwo(String address, String between, String rest) {
    int first = address.indexOf(between);
    int second = address.indexOf(between, first + 1);
    return second < 0 ? "*" : address.substring(0, second) + rest;
  }
}
