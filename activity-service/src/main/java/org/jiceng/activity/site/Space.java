package org.jiceng.activity.site;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.ActivityEvent.SpaceDescribed;
import org.jiceng.events.Approval;
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

  @Column(name = "equipment")
  List<String> equipment = new ArrayList<>();

  @Column(name = "set_up_minutes")
  int setUpMinutes;

  @Column(name = "clear_up_minutes")
  int clearUpMinutes;

  @Enumerated(EnumType.STRING)
  Approval approval = Approval.AUTOMATIC;

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

  SpaceDescribed describe(SpaceDescription description) {
    requireOpen();
    description.requireSound();
    equipment = new ArrayList<>(description.equipment());
    setUpMinutes = description.setUpMinutes();
    clearUpMinutes = description.clearUpMinutes();
    approval = description.approval();
    return new SpaceDescribed(
        site.id, id, description.equipment(), setUpMinutes, clearUpMinutes, approval);
  }

  void close(LocalDate on) {
    requireOpen();
    if (on.isBefore(openedOn)) {
      throw Problem.violation("effectiveOn", "before-last-change", openedOn);
    }
    closedOn = on;
  }

  private void requireOpen() {
    if (!isOpen()) {
      throw new Problem(SiteProblems.SPACE_CLOSED, closedOn);
    }
  }
}
