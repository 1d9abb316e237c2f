import { runTimeRole } from '#libs/persistence';

const role = runTimeRole('projector');

/**
 * The projector makes and drops the tables of builds at run time, and nothing else: the run-time role still owns no
 * table (R15). These functions run as the owner; what they put together is held to plain column lists.
 */
export const buildTables = `
  CREATE OR REPLACE FUNCTION projector.demand_plain(parts text[], form text) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE part text;
  BEGIN
    FOREACH part IN ARRAY parts LOOP
      IF part !~ form THEN RAISE EXCEPTION 'The definition of a build must not say: %', part; END IF;
    END LOOP;
  END $$;

  CREATE OR REPLACE FUNCTION projector.make_build_table(
    name text, columns text[], constraints text[], append_only boolean
  ) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = projector, pg_temp AS $$
  BEGIN
    PERFORM projector.demand_plain(ARRAY[name], '^[a-z_]+_v[0-9]+$');
    PERFORM projector.demand_plain(columns, '^[a-z_]+ [a-z]+( NOT NULL)?$');
    PERFORM projector.demand_plain(constraints, '^(PRIMARY KEY|UNIQUE|UNIQUE NULLS NOT DISTINCT) \\([a-z_]+(, [a-z_]+)*\\)$');
    EXECUTE format('CREATE TABLE projector.%I (%s)', name, array_to_string(columns || constraints, ', '));
    IF append_only THEN
      EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON projector.%I
        FOR EACH STATEMENT EXECUTE FUNCTION projector.refuse_change()', name || '_append_only', name);
    ELSE
      EXECUTE format('GRANT UPDATE ON projector.%I TO ${role}', name);
    END IF;
  END $$;

  CREATE OR REPLACE FUNCTION projector.index_build_table(
    name text, constraints text[], indexes text[]
  ) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = projector, pg_temp AS $$
  DECLARE part text;
  BEGIN
    PERFORM projector.demand_plain(ARRAY[name], '^[a-z_]+_v[0-9]+$');
    PERFORM projector.demand_plain(constraints, '^(PRIMARY KEY|UNIQUE|UNIQUE NULLS NOT DISTINCT) \\([a-z_]+(, [a-z_]+)*\\)$');
    PERFORM projector.demand_plain(indexes, '^\\([a-z_]+(, [a-z_]+)*\\)$');
    FOREACH part IN ARRAY constraints LOOP
      EXECUTE format('ALTER TABLE projector.%I ADD %s', name, part);
    END LOOP;
    FOREACH part IN ARRAY indexes LOOP
      EXECUTE format('CREATE INDEX ON projector.%I %s', name, part);
    END LOOP;
    EXECUTE format('ANALYZE projector.%I', name);
  END $$;

  CREATE OR REPLACE FUNCTION projector.drop_build(of_model text, number int) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = projector, pg_temp AS $$
  DECLARE name text;
  BEGIN
    IF EXISTS (SELECT FROM projector.read_model_pointers WHERE (model, table_version) = (of_model, number)) THEN
      RAISE EXCEPTION 'Build % of % is the one that is read.', number, of_model;
    END IF;
    UPDATE projector.builds SET dropped_at = clock_timestamp()
      WHERE (model, build, state) = (of_model, number, 'discarded');
    IF NOT FOUND THEN RAISE EXCEPTION 'Build % of % was not discarded.', number, of_model; END IF;
    FOR name IN SELECT unnest(tables) FROM projector.builds WHERE (model, build) = (of_model, number)
    LOOP
      EXECUTE format('DROP TABLE IF EXISTS projector.%I', name);
    END LOOP;
    DELETE FROM projector.dead_letters WHERE (model, table_version) = (of_model, number);
    DELETE FROM projector.subject_versions WHERE (model, table_version) = (of_model, number);
    DELETE FROM projector.checkpoints WHERE (model, table_version) = (of_model, number);
  END $$;

  REVOKE EXECUTE ON FUNCTION projector.make_build_table, projector.index_build_table, projector.drop_build FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION projector.make_build_table, projector.index_build_table, projector.drop_build TO ${role};
`;
