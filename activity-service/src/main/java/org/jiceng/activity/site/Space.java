package org.jiceng.activity.site;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.kit.problem.Problem;

/** A part of a site that is booked as a whole; capacity in persons. */
@Entity
@Table(name = "space")
public class Space {
  @Id
  @Column(name = "space_id")
  UUID id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "site_id")
  Site site;

  int number;

  String name;

  int capacity;

  @Column(name = "opened_on")
  LocalDate openedOn;

  @Column(name = "closed_on")
  LocalDate closedOn;

  protected Space() {}

  Space(UUID id, Site site, int number, String name, int capacity, LocalDate openedOn) {
    this.id = id;
    this.site = site;
    this.number = number;
    this.name = name;
    this.capacity = capacity;
    this.openedOn = openedOn;
  }

  boolean isOpen() {
    return closedOn == null;
  }

  void close(LocalDate on) {
    if (!isOpen()) {
      throw new Problem(SiteProblems.SPACE_CLOSED, closedOn);
    }
    if (on.isBefore(openedOn)) {
      throw Problem.violation("effectiveOn", "before-last-change", openedOn);
    }
    closedOn = on;
  }
}
