package org.jiceng.member.transfer;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets tests of other features have the sweep run now. */
@ApplicationScoped
public class TransferSweepDoor {
  private final TransferSweep sweep;

  TransferSweepDoor(TransferSweep sweep) {
    this.sweep = sweep;
  }

  public void sweep() {
    sweep.sweep();
  }
}
