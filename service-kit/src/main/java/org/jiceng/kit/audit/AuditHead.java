package org.jiceng.kit.audit;

/** Where the chain stands: the number of its last link and that link's hash. */
record AuditHead(long chainNo, byte[] hash) {
  static final AuditHead START = new AuditHead(0, new byte[0]);
}
