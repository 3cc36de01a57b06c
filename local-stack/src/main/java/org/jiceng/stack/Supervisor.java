package org.jiceng.stack;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import org.jiceng.stack.data.DataFolder;
import org.jiceng.stack.data.PortBlock;
import org.jiceng.stack.data.Ports;
import org.jiceng.stack.data.ProcessMark;
import org.jiceng.stack.data.Secrets;
import org.jiceng.stack.data.StackFailure;
import org.jiceng.stack.data.StackLock;
import org.jiceng.stack.data.StackState;
import org.jiceng.stack.data.StackState.Phase;
import org.jiceng.stack.issuer.Issuer;
import org.jiceng.stack.kafka.KafkaServer;
import org.jiceng.stack.postgres.PostgresServer;
import org.jiceng.stack.process.Family;
import org.jiceng.stack.process.Orphans;
import org.jiceng.stack.sample.Scale;
import org.jiceng.stack.service.Module;
import org.jiceng.stack.service.ServiceServer;

/** Starts everything in the order of need, keeps it running and stops it in the reverse order. */
public final class Supervisor {
  private final DataFolder data;
  private final Scale scale;
  private final PrintStream out;
  private final StackLock lock;
  private final PortBlock block;
  private final Family family;
  private Issuer issuer;
  private Phase phase = Phase.STARTING;
  private boolean stopped;

  private Supervisor(
      DataFolder data, Scale scale, PrintStream out, StackLock lock, PortBlock block) {
    this.data = data;
    this.scale = scale;
    this.out = out;
    this.lock = lock;
    this.block = block;
    this.family = new Family(data, out, this::remember);
  }

  /**
   * Takes the data folder and the ports for us alone.
   *
   * @param offset the block of ports; null for the remembered or the next free one
   */
  public static Supervisor of(DataFolder data, Scale scale, Integer offset, PrintStream out) {
    StackLock lock =
        StackLock.take(data)
            .orElseThrow(
                () ->
                    new StackFailure(
                        "Another ./jiceng up is at work on %s.".formatted(data.path())));
    long orphans = Orphans.end(data);
    if (orphans > 0) {
      out.printf("Ended %d processes that a killed stack had left behind.%n", orphans);
    }
    int remembered = StackState.read(data).map(state -> state.ports().offset()).orElse(0);
    PortBlock block = offset == null ? PortBlock.free(remembered) : PortBlock.at(offset);
    return new Supervisor(data, scale, out, lock, block);
  }

  public Ports ports() {
    return block.ports();
  }

  /** How to talk to what was started. */
  public StackAccess access() {
    return StackAccess.of(ports(), scale);
  }

  /** Starts these services and what they need, and returns when everything answers. */
  public void start(Collection<Module> services) {
    startServers();
    startServices(services);
  }

  /** Starts what services need: an issuer of tokens, PostgreSQL and Kafka. */
  public void startServers() {
    remember();
    Secrets secrets = new Secrets(data);
    startIssuer();
    family.start(
        List.of(
            new PostgresServer(data, secrets, ports().postgres()),
            new KafkaServer(data, ports().kafka(), ports().kafkaController())));
  }

  /** Starts services, beside the servers that run. */
  public void startServices(Collection<Module> services) {
    Secrets secrets = new Secrets(data);
    family.start(
        services.stream()
            .map(module -> new ServiceServer(module, data, ports(), secrets))
            .toList());
  }

  private void startIssuer() {
    long began = System.nanoTime();
    issuer = Issuer.start(data, ports().issuer());
    out.printf(
        "  %-44s %5.1f s%n",
        "OIDC issuer on port " + ports().issuer(), (System.nanoTime() - began) / 1e9);
  }

  /** How far the stack has come, for those who read {@code stack.json}. */
  public synchronized void enter(Phase next) {
    phase = next;
    remember();
  }

  private synchronized void remember() {
    if (!stopped) {
      ProcessMark self = ProcessMark.of(ProcessHandle.current());
      new StackState(phase, ports(), scale, self, family.marks()).write(data);
    }
  }

  /** Stops everything, once, whoever asks. */
  public void stop() {
    synchronized (this) {
      if (stopped) {
        return;
      }
      phase = Phase.STOPPED;
      remember();
      stopped = true;
    }
    family.stop();
    if (issuer != null) {
      issuer.close();
    }
    block.close();
    try {
      lock.close();
    } catch (IOException e) {
      throw data.unwritable(e);
    }
  }
}
